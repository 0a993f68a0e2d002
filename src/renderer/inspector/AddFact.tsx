import { type ReactElement, useState } from 'react';
import { Button } from '../ui/index.ts';
import { call, dataChanged, useAttempt, useMessages } from '../workspace/index.ts';

/** One line: what, value, fact or the analyst's own conclusion; Enter saves. */
export function AddFact({ entityId }: { readonly entityId: string }): ReactElement {
  const t = useMessages();
  const [property, setProperty] = useState('');
  const [value, setValue] = useState('');
  const [inference, setInference] = useState(false);
  const { error, submit } = useAttempt();

  async function add(): Promise<void> {
    await call('entity.addFact', {
      entityId,
      kind: inference ? 'inference' : 'fact',
      property: property.trim(),
      value: value.trim(),
    });
    setProperty('');
    setValue('');
    dataChanged();
  }

  return (
    <form className="add-fact" onSubmit={submit(add)}>
      <input
        aria-label={t('inspector:fact.property')}
        placeholder={t('inspector:fact.property')}
        value={property}
        onChange={(event) => setProperty(event.target.value)}
      />
      <input
        aria-label={t('inspector:fact.value')}
        placeholder={t('inspector:fact.value')}
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
      <label className="tick">
        <input type="checkbox" checked={inference} onChange={(event) => setInference(event.target.checked)} />
        {t('inspector:fact.inference')}
      </label>
      <Button type="submit" disabled={property.trim() === '' || value.trim() === ''}>
        {t('inspector:fact.add')}
      </Button>
      {error === null ? null : <span role="alert">{error}</span>}
    </form>
  );
}
