/** What V8 has beyond the language and the core sets, in browsers as in Node. */
interface ErrorConstructor {
  stackTraceLimit: number;
}
