import type { ReactElement } from 'react';
import { LINK_TYPE_NAMES, LINK_TYPES, type LinkType, STRENGTHS } from '../../../core/model/link-types.ts';
import { Button, Field, Select } from '../../ui/index.ts';
import { useMessages } from '../../workspace/index.ts';
import { EndSelect } from './EndSelect.tsx';
import { changeLink } from './edit-events.ts';
import { useMapping } from './mapping-context.ts';
import { type LinkMapping, type Place, writePlace } from './place.ts';
import { ValueEditor } from './ValueEditor.tsx';
import { NOTHING } from './value-edit.ts';

/** Links that are stated; those that only events draw (called, paid …) come of events. */
export const STATED_LINKS = LINK_TYPE_NAMES.filter((type) => LINK_TYPES[type].from === 'link');

/** One link of the mapping: between whom, what, how sure. */
export function LinkEditor(props: { readonly link: LinkMapping; readonly at: number }): ReactElement {
  const t = useMessages();
  const { change } = useMapping();
  const { link, at } = props;
  const set = (edit: Partial<LinkMapping>): void => change((spec) => changeLink(spec, at, edit));
  const types = [...new Set<LinkType>([...STATED_LINKS, link.type])];
  const place: Place = { part: 'link', at, field: 'typeFrom' };
  return (
    <>
      <div className="spec-head">
        <EndSelect at={`link.${at}`} end="from" value={link.from} onChange={(from) => set({ from })} />
        <Field label={t('importcentre:linkType')}>
          <Select
            value={link.type}
            choices={types.map((value) => ({ value, label: t(`types:link.${value}`) }))}
            onChange={(type) => set({ type })}
          />
        </Field>
        <EndSelect at={`link.${at}`} end="to" value={link.to} onChange={(to) => set({ to })} />
        <Field label={t('importcentre:strength')}>
          <Select
            value={link.strength}
            choices={STRENGTHS.map((value) => ({ value, label: t(`types:strength.${value}`) }))}
            onChange={(strength) => set({ strength })}
          />
        </Field>
      </div>
      {link.typeFrom === undefined ? (
        <div className="spec-adders">
          <Button
            className="quiet spec-add"
            onClick={() => change((spec) => writePlace(spec, place, NOTHING))}
          >
            {t('importcentre:typeByColumn')}
          </Button>
        </div>
      ) : (
        <ValueEditor
          place={place}
          name={t('importcentre:field.typeFrom')}
          head={<span title={t('importcentre:fieldHint.typeFrom')}>{t('importcentre:field.typeFrom')}</span>}
          onRemove={() => change((spec) => writePlace(spec, place, null))}
        />
      )}
    </>
  );
}
