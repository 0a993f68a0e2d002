import { type ReactElement, useState } from 'react';
import { Button, Field } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';

/** As on the shutter of the inspector: a dot is no reason. */
const SHORTEST_REASON = 3;

/** A step that needs a reason: what it does, the reason, yes or no. Escape is no. */
export function ReasonForm(props: {
  readonly explain: string;
  readonly label: string;
  readonly confirm: string;
  readonly busy: boolean;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
}): ReactElement {
  const t = useMessages();
  const [reason, setReason] = useState('');
  return (
    <form
      className="shutter"
      onSubmit={(event) => {
        event.preventDefault();
        props.onConfirm(reason.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onCancel();
      }}
    >
      <p>{props.explain}</p>
      <Field label={props.label}>
        {/* biome-ignore lint/a11y/noAutofocus: the person just asked for this field */}
        <input autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <div className="actions">
        <Button type="submit" disabled={props.busy || reason.trim().length < SHORTEST_REASON}>
          {props.confirm}
        </Button>
        <Button onClick={props.onCancel}>{t('exchange:cancel')}</Button>
      </div>
    </form>
  );
}
