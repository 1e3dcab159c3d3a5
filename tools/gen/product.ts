/** What `npm run gen` writes: one product is one kind of generated file. */
export interface Product {
  readonly name: string;
  /** Folders that hold nothing but this product's files: any other file there is removed. */
  readonly folders?: readonly string[];
  /** Returns the text of each file by its path from the root of the repository. Writes nothing. */
  readonly run: () => Promise<ReadonlyMap<string, string>>;
}
