import type { ReactElement } from 'react';
import type { Sentence } from '../../contract/terms.ts';
import { useMessages } from '../workspace/index.ts';

const WORDS: Readonly<Record<string, string>> = {
  valid: 'inspector:check.valid',
  'check-failed': 'inspector:check.failed',
  'format-unknown': 'inspector:check.unknown',
  'not-checkable': 'inspector:check.none',
};

/** What the check of an identifier came to, and on opening what was looked at. Failing is said aloud, the rest quietly. */
export function IdentifierCheck(props: {
  readonly check: string | null;
  readonly explain: readonly Sentence[];
}): ReactElement | null {
  const t = useMessages();
  const { check, explain } = props;
  const key = check === null ? undefined : WORDS[check];
  if (key === undefined) return null;
  const tone = check === 'check-failed' ? 'warn' : 'muted';
  if (explain.length === 0) return <em className={tone}> {t(key)}</em>;
  const sentences = explain.map((one) => t(one.key, one.params));
  return (
    <details className="fact-check">
      <summary className={tone} title={sentences.join('\n')}>
        {t(key)}
      </summary>
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </details>
  );
}
