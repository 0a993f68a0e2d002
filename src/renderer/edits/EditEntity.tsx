import { type ReactElement, useState } from 'react';
import type { Output } from '../../contract/index.ts';
import { ENTITY_TYPE_NAMES, type EntityType } from '../../core/model/entity-types.ts';
import { Button, Field, propertyWords, useFirstField } from '../ui/index.ts';
import { call, dataChanged, useAsk, useAttempt, useMessages } from '../workspace/index.ts';
import { AskReason } from './AskReason.tsx';
import { IdentifierRows } from './IdentifierRows.tsx';
import { PropertyRows } from './PropertyRows.tsx';
import { writtenProperties } from './property-names.ts';

type Detail = Output<'entity.get'>;
type Known = Output<'entity.identifiers'>;

/** Name, type, identifiers and properties of one entity; a protected one only after a reason. */
export function EditEntity(props: { readonly entityId: string; readonly onDone: () => void }): ReactElement {
  const t = useMessages();
  const [reason, setReason] = useState<string | null>(null);
  const asked = { entityId: props.entityId, ...(reason === null ? {} : { reason }) };
  const detail = useAsk('entity.get', asked);
  const closed = detail.data?.entity.protected === true && reason === null;
  const known = useAsk('entity.identifiers', detail.data === undefined || closed ? null : asked);
  if (closed)
    return (
      <AskReason
        explain={t('inspector:shutter.explain')}
        act={t('inspector:shutter.open')}
        onGiven={setReason}
        onDone={props.onDone}
      />
    );
  const error = detail.error ?? known.error;
  if (error) return <p role="alert">{error.message}</p>;
  if (detail.data === undefined || known.data === undefined)
    return <p className="muted">{t('edits:loading')}</p>;
  return <EntityForm key={reason} {...props} detail={detail.data} known={known.data} />;
}

function EntityForm(props: {
  readonly entityId: string;
  readonly detail: Detail;
  readonly known: Known;
  readonly onDone: () => void;
}): ReactElement {
  const t = useMessages();
  const [label, setLabel] = useState(props.known.label);
  const [type, setType] = useState<EntityType>(props.detail.entity.type);
  const [identifiers, setIdentifiers] = useState(
    props.known.identifiers.map(({ kind, raw, country }) => ({ kind, raw, country })),
  );
  const [properties, setProperties] = useState(
    Object.entries(props.detail.properties).map(([name, value]) => ({
      name: propertyWords(t, name),
      value: String(value ?? ''),
    })),
  );
  const { error, busy, submit } = useAttempt();
  const form = useFirstField<HTMLFormElement>();

  async function save(): Promise<void> {
    await call('entity.edit', {
      entityId: props.entityId,
      label: label.trim(),
      type,
      identifiers: identifiers.filter((one) => one.raw.trim() !== ''),
      properties: writtenProperties(t, properties, props.detail.properties),
    });
    dataChanged();
    props.onDone();
  }

  return (
    <form ref={form} className="form" onSubmit={submit(save)}>
      <div className="form-grid">
        <Field label={t('casefile:entity.label')} error={error}>
          <input value={label} onChange={(event) => setLabel(event.target.value)} />
        </Field>
        <Field label={t('casefile:entity.type')}>
          <select value={type} onChange={(event) => setType(event.target.value as EntityType)}>
            {ENTITY_TYPE_NAMES.map((one) => (
              <option key={one} value={one}>
                {t(`types:entity.${one}`)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <IdentifierRows rows={identifiers} onChange={setIdentifiers} />
      <PropertyRows rows={properties} onChange={setProperties} />
      <div className="actions">
        <Button primary type="submit" disabled={busy || label.trim() === ''}>
          {t('edits:save')}
        </Button>
        <Button onClick={props.onDone}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}
