import { HearsayError } from '../../../base/error.ts';
import type { App, Desk } from '../desk.ts';
import type { Job } from '../jobs/jobs.ts';
import type { JobLine } from '../jobs/order.ts';
import { renderHtml } from '../render.ts';
import { isGoing, streamJob } from '../stream-job.ts';
import { reportPath, tellLines } from '../parts/words.tsx';
import { respond } from '../respond.tsx';

/** Without script: seconds until the page is loaded anew. */
const REFRESH = 3;

/** `/add/ID` and its events: how far an addition is. */
export function defineJob(app: App, desk: Desk): void {
  app.get('/add/:job', (c) => {
    const job = findJob(desk, c.req.param('job'));
    const going = isGoing(job);
    return respond(c, desk, {
      ...{ title: `Adding ${job.what}`, section: 'add', ...(going ? { refresh: REFRESH } : {}) },
      body: (
        <div class="narrow" data-events={going ? `/add/${job.id}/events` : undefined}>
          <JobView job={job} />
        </div>
      ),
    });
  });
  app.get('/add/:job/events', (c) => {
    const { id } = findJob(desk, c.req.param('job'));
    return streamJob(c, desk, id, async (job) => (await renderHtml(<JobView job={job} />)).replaceAll('\n', ' '));
  });
}

export function findJob(desk: Desk, id: string): Job {
  const job = desk.jobs.get(id);
  if (job === null) throw new HearsayError('ledger.unknown-report', 'This addition is not known any more', 'the desk was started anew since', 'what was read is in the ledger: look at Today'); // prettier-ignore
  return job;
}

const OUTCOME: Readonly<Record<JobLine['outcome'], string>> = {
  new: 'added',
  version: 'a new version',
  held: 'held already',
  forgotten: 'forgotten before, and not kept',
  failed: 'failed',
};

const STATE: Readonly<Record<Job['state'], string>> = {
  waiting: 'Waiting for the addition before it',
  running: 'Reading',
  done: 'Done',
  failed: 'Stopped',
};

/** Lines that are shown; the latest. */
const MOST = 200;

function JobView({ job }: { job: Job }) {
  const { what, state, lines, problem } = job;
  return (
    <>
      <p class="kicker">Add</p>
      <h1 class="quiet" dir="auto">
        {what}
      </h1>
      <p role="status" class={`job-state ${state}`}>
        {STATE[state]}
        {lines.length === 0
          ? state === 'running'
            ? ': opening the reader takes some seconds'
            : ''
          : `: ${tellLines(lines)}`}
      </p>
      {problem === null ? null : (
        <div class="notice problem">
          <p>
            {problem.what}: {problem.why}; {problem.fix}.
          </p>
        </div>
      )}
      <ul class="list job-lines">
        {[...lines]
          .reverse()
          .slice(0, MOST)
          .map((line) => (
            <Line line={line} />
          ))}
      </ul>
      {state === 'done' ? (
        <p class="actions">
          <a class="button primary" href="/">
            To Today
          </a>
          <a class="button" href="/add">
            Add more
          </a>
        </p>
      ) : null}
    </>
  );
}

function Line({ line }: { line: JobLine }) {
  const { input, outcome, report, title, problem } = line;
  return (
    <li class={outcome}>
      <p dir="auto">
        <span class={`tag ${outcome}`}>{OUTCOME[outcome]}</span>{' '}
        {report === null ? <span>{input}</span> : <a href={reportPath(report)}>{title ?? input}</a>}
      </p>
      {problem === null ? null : (
        <p class="faint">
          {problem.what}: {problem.why}; {problem.fix}.
        </p>
      )}
    </li>
  );
}
