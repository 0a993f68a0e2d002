import type { ReactElement } from 'react';
import { IDENTIFIER_KINDS } from '../../../core/identifiers/kinds.ts';
import { ENTITY_TYPE_NAMES } from '../../../core/model/entity-types.ts';
import { Field, type MenuItem, Select } from '../../ui/index.ts';
import { useMessages } from '../../workspace/index.ts';
import { CommitInput } from './CommitInput.tsx';
import {
  addIdentifier,
  changeByLegalForm,
  changeKind,
  changeRequired,
  changeType,
  removeIdentifier,
  renameEntity,
} from './edit-entities.ts';
import { feederOf, focusSoon } from './focus.ts';
import { MenuButton } from './MenuButton.tsx';
import { useMapping } from './mapping-context.ts';
import { Problems } from './Problems.tsx';
import { AddProperty, PropertyRows } from './PropertyRows.tsx';
import { type EntityMapping, type Place, placeKey, writePlace } from './place.ts';
import { kindWords, nameWords } from './sentences.ts';
import { ValueEditor } from './ValueEditor.tsx';
import { NOTHING } from './value-edit.ts';

/** One entity of the mapping: what it is, what it is called here, what identifies and names it, what else is known. */
export function EntityEditor(props: { readonly entity: EntityMapping; readonly at: number }): ReactElement {
  const t = useMessages();
  const { change } = useMapping();
  const { entity, at } = props;
  const owner = { part: 'entity', at } as const;
  const label: Place = { ...owner, field: 'label' };
  return (
    <>
      <EntityHead entity={entity} at={at} />
      <Problems at={`entity.${at}`} />
      {identifierRows(entity, at).map(({ id, index, kind }) => (
        <IdentifierRow key={id} entity={entity} at={at} index={index} kind={kind} />
      ))}
      <ValueEditor
        place={label}
        name={t('importcentre:field.label')}
        {...(entity.label === undefined
          ? {}
          : { onRemove: () => change((spec) => writePlace(spec, label, null)) })}
      />
      {entity.type === 'person' ? <StatusRow entity={entity} at={at} /> : null}
      {OPTIONAL.filter((field) => entity[field] !== undefined).map((field) => (
        <OptionalRow key={field} at={at} field={field} />
      ))}
      <PropertyRows owner={owner} />
      <div className="spec-adders">
        <MenuButton
          label={t('importcentre:add.identifier')}
          items={IDENTIFIER_KINDS.map((kind) => ({
            id: kind,
            label: kindWords(kind, t),
            run: () => {
              change((spec) => addIdentifier(spec, at, kind));
              focusSoon(
                feederOf(placeKey({ ...owner, field: 'identifier', index: entity.identifiers.length })),
              );
            },
          }))}
        />
        <AddProperty owner={owner} />
        <AddOptional entity={entity} at={at} />
      </div>
    </>
  );
}

/** Victims, witnesses and minors are protected by it from the first second. */
function StatusRow({ entity, at }: { readonly entity: EntityMapping; readonly at: number }): ReactElement {
  const t = useMessages();
  const { change } = useMapping();
  const place: Place = { part: 'entity', at, field: 'status' };
  const remove = { onRemove: () => change((spec) => writePlace(spec, place, null)) };
  return (
    <ValueEditor
      place={place}
      name={t('importcentre:field.status')}
      {...(entity.status === undefined ? {} : remove)}
    />
  );
}

/** What tells things of one name apart in this file, and a type that differs from row to row. */
const OPTIONAL = ['key', 'typeFrom'] as const;

function OptionalRow({
  at,
  field,
}: {
  readonly at: number;
  readonly field: (typeof OPTIONAL)[number];
}): ReactElement {
  const t = useMessages();
  const { change } = useMapping();
  const place: Place = { part: 'entity', at, field };
  return (
    <ValueEditor
      place={place}
      name={t(`importcentre:field.${field}`)}
      head={<span title={t(`importcentre:fieldHint.${field}`)}>{t(`importcentre:field.${field}`)}</span>}
      onRemove={() => change((spec) => writePlace(spec, place, null))}
    />
  );
}

function AddOptional({ entity, at }: { readonly entity: EntityMapping; readonly at: number }): ReactElement {
  const t = useMessages();
  const { change } = useMapping();
  const free = OPTIONAL.filter((field) => entity[field] === undefined);
  return (
    <MenuButton
      label={t('importcentre:add.more')}
      items={free.map((field) => {
        const place: Place = { part: 'entity', at, field };
        return {
          id: field,
          label: t(`importcentre:field.${field}`),
          run: () => {
            change((spec) => writePlace(spec, place, NOTHING));
            focusSoon(feederOf(placeKey(place)));
          },
        };
      })}
    />
  );
}

function identifierRows(entity: EntityMapping, at: number): { id: string; index: number; kind: string }[] {
  return entity.identifiers.map(({ kind }, index) => ({
    id: `entity.${at}.identifier.${index}`,
    index,
    kind,
  }));
}

function EntityHead({ entity, at }: { readonly entity: EntityMapping; readonly at: number }): ReactElement {
  const t = useMessages();
  const { change, problems } = useMapping();
  const shown = nameWords(entity.name, t);
  return (
    <div className="spec-head">
      <Field label={t('importcentre:entityType')}>
        <Select
          value={entity.type}
          choices={ENTITY_TYPE_NAMES.map((value) => ({ value, label: t(`types:entity.${value}`) }))}
          onChange={(type) => change((spec) => changeType(spec, at, type))}
        />
      </Field>
      <Field label={t('importcentre:nameHere')}>
        <CommitInput
          value={shown}
          invalid={problems.some((problem) => problem.at === `entity.${at}.name`)}
          onCommit={(name) => change((spec) => renameEntity(spec, at, name.trim()))}
        />
        <Problems at={`entity.${at}.name`} />
      </Field>
      <label className="tick" title={t('importcentre:requiredHint')}>
        <input
          type="checkbox"
          checked={entity.required}
          onChange={(event) => change((spec) => changeRequired(spec, at, event.target.checked))}
        />
        {t('importcentre:required')}
      </label>
      {entity.type === 'person' ? (
        <label className="tick" title={t('importcentre:byLegalFormHint')}>
          <input
            type="checkbox"
            checked={entity.byLegalForm === true}
            onChange={(event) => change((spec) => changeByLegalForm(spec, at, event.target.checked))}
          />
          {t('importcentre:byLegalForm')}
        </label>
      ) : null}
    </div>
  );
}

/** The country stands in a row of its own where the file has one for this identifier. */
function IdentifierRow(props: {
  readonly entity: EntityMapping;
  readonly at: number;
  readonly index: number;
  readonly kind: string;
}): ReactElement {
  const t = useMessages();
  const { change } = useMapping();
  const { at, index, kind } = props;
  const place: Place = { part: 'entity', at, field: 'identifier', index };
  const country: Place = { part: 'entity', at, field: 'country', index };
  const hasCountry = props.entity.identifiers[index]?.country !== undefined;
  const name = kindWords(kind, t);
  const addCountry: MenuItem = {
    id: 'country',
    label: t('importcentre:field.country'),
    run: () => {
      change((spec) => writePlace(spec, country, NOTHING));
      focusSoon(feederOf(placeKey(country)));
    },
  };
  const kinds = [...new Set([...IDENTIFIER_KINDS, kind])];
  return (
    <>
      <ValueEditor
        place={place}
        name={name}
        head={
          <Select
            value={kind}
            label={t('importcentre:identifierKind')}
            choices={kinds.map((value) => ({ value, label: kindWords(value, t) }))}
            onChange={(value) => change((spec) => changeKind(spec, at, index, value))}
          />
        }
        more={hasCountry ? [] : [addCountry]}
        onRemove={() => change((spec) => removeIdentifier(spec, at, index))}
      />
      {hasCountry ? (
        <ValueEditor
          place={country}
          name={t('importcentre:field.country')}
          onRemove={() => change((spec) => writePlace(spec, country, null))}
        />
      ) : null}
    </>
  );
}
