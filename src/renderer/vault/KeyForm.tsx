import type { ReactElement, ReactNode } from 'react';
import { Button } from '../ui/index.ts';
import { type Attempt, useMessages } from '../workspace/index.ts';

/** One act on the keys: what it is, what it needs, do it or go back. */
export function KeyForm(props: {
  readonly title: string;
  readonly act: string;
  readonly isReady: boolean;
  readonly attempt: Attempt;
  readonly work: () => Promise<void>;
  readonly onBack: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const t = useMessages();
  const { busy, run } = props.attempt;
  return (
    <form
      className="key-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (props.isReady && !busy) void run(props.work);
      }}
    >
      <h2>{props.title}</h2>
      {props.children}
      <div className="button-row">
        <Button primary type="submit" disabled={!props.isReady || busy}>
          {busy ? t('keys:busy') : props.act}
        </Button>
        <Button disabled={busy} onClick={props.onBack}>
          {t('keys:back')}
        </Button>
      </div>
    </form>
  );
}
