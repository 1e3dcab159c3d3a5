// Entry point of the page's worker, which keeps the session of the plan.

// The session comes with src/live/session.ts; until then it only says that it is there.
addEventListener('message', () => postMessage({ ready: true }));
