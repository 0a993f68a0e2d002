import { IconUser } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import type { EntitySummary } from '../../contract/terms.ts';
import { ENTITY_TYPES, type Shape } from '../../core/model/entity-types.ts';
import { useMessages } from '../workspace/index.ts';
import { ENTITY_ICONS } from './entity-icons.ts';

const OUTLINES: Readonly<Record<Shape, string>> = {
  circle: 'M10 1a9 9 0 1 0 0 18a9 9 0 1 0 0-18z',
  box: 'M2 2h16v16H2z',
  diamond: 'M10 0L20 10L10 20L0 10z',
  hexagon: 'M5 1.5h10L20 10l-5 8.5H5L0 10z',
  triangle: 'M10 0L20 18.5H0z',
};

/** The sign of a type: its shape and colour around its icon; a closed shutter for a protected person. */
export function EntitySign(props: {
  readonly type: EntitySummary['type'];
  readonly shut?: boolean;
}): ReactElement {
  const record = ENTITY_TYPES[props.type];
  const Glyph = ENTITY_ICONS[record.icon] ?? IconUser;
  if (props.shut === true) {
    return (
      <svg className="chip-shape" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
        <rect x="1.5" y="1.5" width="17" height="17" rx="2" fill="none" stroke="var(--shutter)" />
        <path d="M2 6h16M2 10h16M2 14h16" stroke="var(--shutter)" strokeWidth="2" />
      </svg>
    );
  }
  return (
    <svg className="chip-shape" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path
        d={OUTLINES[record.shape]}
        fill="var(--surface-raised)"
        stroke={record.colour}
        strokeWidth="1.5"
      />
      <Glyph x={4.5} y={4.5} width={11} height={11} color="var(--text)" stroke={2} />
    </svg>
  );
}

/** An entity in a line of text or a cell: sign, label, status. A button when `onOpen` is given. */
export function EntityChip(props: {
  readonly entity: EntitySummary;
  readonly onOpen?: () => void;
  readonly showStatus?: boolean;
}): ReactElement {
  const t = useMessages();
  const { entity } = props;
  const type = t(`types:entity.${entity.type}`);
  const inside = (
    <>
      <EntitySign type={entity.type} shut={entity.protected} />
      <span className="chip-label">{entity.label}</span>
      {props.showStatus === true && entity.status !== null ? (
        <span className="chip-status">{t(`types:status.${entity.status}`)}</span>
      ) : null}
    </>
  );
  const title = `${type}: ${entity.label}`;
  if (props.onOpen === undefined) {
    return (
      <span className="chip" title={title}>
        {inside}
      </span>
    );
  }
  return (
    <button type="button" className="chip" title={title} onClick={props.onOpen}>
      {inside}
    </button>
  );
}
