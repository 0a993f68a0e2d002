import type { ReactElement, ReactNode } from 'react';
import type { MenuItem } from '../../ui/index.ts';
import { MenuButton } from './MenuButton.tsx';
import { Problems } from './Problems.tsx';

/** Entities, links or events of the mapping under their heading, with what can be added. */
export function MappingGroup(props: {
  readonly group: string;
  readonly title: string;
  readonly add: string;
  readonly items: readonly MenuItem[];
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="spec-group" data-group={props.group}>
      <div className="spec-group-head">
        <span className="muted">{props.title}</span>
        <MenuButton label="+" title={props.add} items={props.items} />
      </div>
      <ul className="spec-rows">
        {props.children}
        <li>
          <Problems at={props.group} />
        </li>
      </ul>
    </div>
  );
}
