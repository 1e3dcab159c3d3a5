// The library's entries: the name of each in dist/bundle, and its module in src. `exports` of package.json lists them.
export const LIBRARY = {
  index: 'index',
  report: 'report/index',
  draw: 'draw/index',
  session: 'live/index',
  source: 'source/index',
};
