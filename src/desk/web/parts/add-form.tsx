import type { Desk } from '../desk.ts';
import type { Job } from '../jobs/jobs.ts';
import { Moment, tellLines } from './words.tsx';

export interface AddFields {
  readonly text: string;
  readonly outlet: string;
  readonly published: string;
  readonly url: string;
}

interface AddProps {
  readonly desk: Desk;
  readonly fields: AddFields;
  readonly problems: readonly string[];
  readonly jobs: readonly Job[];
}

export function AddForm({ desk, fields, problems, jobs }: AddProps) {
  const asks = problems.length > 0;
  return (
    <div class="split">
      <div class="narrow">
        <h1>Add reports</h1>
        {asks ? (
          <div class="notice problem" role="alert">
            <ul>
              {problems.map((problem) => (
                <li>{problem}</li>
              ))}
            </ul>
          </div>
        ) : null}
        <form class="fields add-form" method="post" action="/add" enctype="multipart/form-data">
          <input type="hidden" name="csrf" value={desk.marks.csrf} />
          <label>
            <span>Addresses, one a line, or the text of one report</span>
            <textarea
              name="text"
              rows={9}
              maxlength={2_000_000}
              placeholder={'https://outlet.example/story\nhttps://other.example/story'}
              data-focus-key="p"
            >
              {fields.text}
            </textarea>
          </label>
          <label class="drop" data-drop>
            <span>Or files: saved pages, text, feeds, tables, web archives</span>
            <input type="file" name="files" multiple />
            <span class="faint small" data-drop-said>
              Drop them here, or choose them. Up to 64 MB at once.
            </span>
          </label>
          <fieldset class={asks ? 'asked' : undefined}>
            <legend>What the text does not say itself</legend>
            <div class="pair">
              <label>
                <span>Outlet</span>
                <input name="outlet" value={fields.outlet} placeholder="The Harbour Courant" autocomplete="off" />
              </label>
              <label>
                <span>Published on</span>
                <input name="published" value={fields.published} placeholder="2025-10-06" autocomplete="off" />
              </label>
            </div>
            <label>
              <span>Address where it stood (if it did)</span>
              <input name="url" type="url" value={fields.url} placeholder="https://" />
            </label>
            <label class="check">
              <input type="checkbox" name="unknown" value="yes" />
              <span>Outlet or date are not known: add it without. Days like “Monday” then stay open.</span>
            </label>
          </fieldset>
          <button class="button primary">Read and add</button>
        </form>
      </div>
      <aside class="side">
        <section aria-labelledby="earlier">
          <h2 id="earlier">Added since the desk was started</h2>
          {jobs.length === 0 ? <p class="faint">Nothing yet.</p> : null}
          <ul class="list">
            {jobs.slice(0, 12).map(({ id, what, started, state, lines }) => (
              <li>
                <a href={`/add/${id}`}>{what}</a>
                <p class="faint">
                  <Moment at={started.slice(0, 16)} /> · {state === 'done' ? tellLines(lines) : state}
                </p>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>What is read</h2>
          <p class="faint">
            Of an address its page, once, politely: what the site asks programs to leave alone stays unread. Nothing
            goes anywhere else: all reading happens on this machine.
          </p>
        </section>
      </aside>
    </div>
  );
}
