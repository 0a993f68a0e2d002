import { type ReactElement, useState } from 'react';
import { ENTITY_TYPE_NAMES, ENTITY_TYPES, type EntityType } from '../../core/model/entity-types.ts';
import { CountryChoice, firstCountry, hasCountry, ReadAs, useHomeCountry } from '../edits/index.ts';
import { Button, Field } from '../ui/index.ts';
import { call, dataChanged, select, useAttempt, useDesk, useMessages } from '../workspace/index.ts';

/** A new entity by hand: type and label, journalled; the person's own note is its source. */
export function NewEntity(props: { readonly onDone: (entityId: string | null) => void }): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const [type, setType] = useState<EntityType>('person');
  const [label, setLabel] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const home = useHomeCountry();
  const kind = numberKind(type);
  const country = kind === null ? '' : (chosen ?? firstCountry(kind, home));
  const { error, submit } = useAttempt();

  async function create(): Promise<void> {
    if (fileId === null) return;
    const { entity } = await call('entity.create', { fileId, type, label: label.trim(), country });
    dataChanged();
    select({ entityIds: [entity.id] });
    props.onDone(entity.id);
  }

  return (
    <form className="form" onSubmit={submit(create)}>
      <Field label={t('casefile:entity.type')}>
        <select
          value={type}
          onChange={(event) => {
            setType(event.target.value as EntityType);
            setChosen(null);
          }}
        >
          {ENTITY_TYPE_NAMES.map((one) => (
            <option key={one} value={one}>
              {t(`types:entity.${one}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('casefile:entity.label')} error={error}>
        {/* biome-ignore lint/a11y/noAutofocus: the dialog opens for this field */}
        <input autoFocus value={label} onChange={(event) => setLabel(event.target.value)} />
      </Field>
      {kind === null ? null : (
        <>
          <Field label={t('edits:country')}>
            <CountryChoice value={country} onChange={setChosen} />
          </Field>
          <ReadAs kind={kind} raw={label} country={country} />
        </>
      )}
      <div className="actions">
        <Button primary type="submit" disabled={label.trim() === ''}>
          {t('casefile:entity.create')}
        </Button>
        <Button onClick={() => props.onDone(null)}>{t('casefile:cancel')}</Button>
      </div>
    </form>
  );
}

/** The kind of number of a country that the name of such a thing is; people and companies go by their names. */
function numberKind(type: EntityType): string | null {
  const kind = ENTITY_TYPES[type].identifier;
  const isNamed = type === 'person' || type === 'organisation';
  return kind !== null && !isNamed && hasCountry(kind) ? kind : null;
}
