import type { Desk } from '../desk.ts';
import { Post } from './forms.tsx';

interface Answer {
  readonly label: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, string>>;
}

interface OneKeyProps {
  readonly desk: Desk;
  readonly action: string;
  /** The first is what is mostly answered. */
  readonly answers: readonly Answer[];
  /** Where one goes without an answer. */
  readonly later: string;
}

/** What a person may answer, a key each, or nothing. */
export function OneKey({ desk, action, answers, later }: OneKeyProps) {
  return (
    <div class="actions answers">
      {answers.map(({ label, key, fields }, i) => (
        <Post desk={desk} action={action} fields={fields}>
          <button class={i === 0 ? 'button primary' : 'button'} data-key={key}>
            {label} <kbd>{key}</kbd>
          </button>
        </Post>
      ))}
      <a class="button plain" href={later} data-key="s">
        Skip <kbd>s</kbd>
      </a>
    </div>
  );
}
