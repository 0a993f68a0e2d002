import { IconChevronDown, IconChevronRight, IconX } from '@tabler/icons-react';
import type { ReactElement, ReactNode } from 'react';
import { useMessages } from '../../workspace/index.ts';
import { useMapping } from './mapping-context.ts';
import { problemsUnder } from './problems.ts';
import { problemWords } from './sentences.ts';

/** One entity, link or event as a sentence that opens into its editor; closed, it still says what is wrong inside. */
export function MappingRow(props: {
  readonly id: string;
  readonly sign?: ReactNode;
  readonly name: string;
  readonly sentence: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const t = useMessages();
  const { problems } = useMapping();
  const { id, name, sentence, isOpen } = props;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  const inside = problemsUnder(problems, id).map((problem) => problemWords(problem, t));
  return (
    <li className={isOpen ? 'spec-row open' : 'spec-row'}>
      <div className="spec-line">
        <button
          type="button"
          className="spec-open"
          data-row={id}
          aria-expanded={isOpen}
          title={`${name} ${sentence}`.trim()}
          onClick={props.onToggle}
        >
          <Chevron size={14} aria-hidden />
          {props.sign}
          {name === '' ? null : <strong>{name}</strong>}
          <span className="cut">{sentence}</span>
        </button>
        <button
          type="button"
          className="icon-button"
          title={t('importcentre:removeNamed', { name: name === '' ? sentence : name })}
          onClick={props.onRemove}
        >
          <IconX size={14} aria-hidden />
        </button>
      </div>
      {isOpen || inside.length === 0 ? null : (
        <p className="spec-problem" role="alert">
          {[...new Set(inside)].join(' ')}
        </p>
      )}
      {isOpen ? <div className="spec-editor">{props.children}</div> : null}
    </li>
  );
}
