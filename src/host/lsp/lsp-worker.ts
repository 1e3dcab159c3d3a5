// Entry point of the thread that judges for the language server, so that the server answers meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { Interrupted } from '../../base/budget.js';
import { processIo } from '../io.js';
import { Judge } from './judge.js';
import type { Answers, Ask, Question, Reply, ThreadData } from './messages.js';

const data = workerData as ThreadData;
const calledOff = new Int32Array(data.calledOff);
const judge = new Judge(data, processIo(data.root), () => Atomics.load(calledOff, 0) !== 0);

async function answer(ask: Ask): Promise<Answers[Ask['ask']]> {
  switch (ask.ask) {
    case 'judge':
      return judge.judge(ask.plan);
    case 'actions':
      return judge.actions(ask.plan, ask.path, ask.range);
    case 'fixAll':
      return judge.fixAll(ask.plan);
    case 'fix':
      return judge.fix(ask.plan, ask.search);
    case 'hover':
      return judge.hover(ask.plan, ask.path, ask.position);
    case 'renew':
      return judge.renew(ask.plan);
    case 'forget':
      return judge.forget(ask.plan);
  }
}

parentPort?.on('message', async ({ ask, texts }: Question) => {
  for (const text of texts) judge.files.setDocument(text);
  parentPort?.postMessage(await replyTo(ask));
});

async function replyTo(ask: Ask): Promise<Reply> {
  try {
    return { value: await answer(ask) };
  } catch (error) {
    if (error instanceof Interrupted) return { calledOff: true };
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
