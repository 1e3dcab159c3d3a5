/** What the build writes beside these files: the compiled validator of schemas/NAME.schema.json. */
declare module '*-validator.js' {
  const validate: import('ajv').ValidateFunction;
  export default validate;
}
