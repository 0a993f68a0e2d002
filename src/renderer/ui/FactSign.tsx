import { IconBulb, IconFlag3, IconQuote } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { useMessages } from '../workspace/index.ts';

const SIGNS = { fact: IconQuote, inference: IconBulb, recommendation: IconFlag3 } as const;
type Kind = keyof typeof SIGNS;

function kindOf(name: string): Kind {
  return name === 'inference' || name === 'recommendation' ? name : 'fact';
}

/** What a source says, what the analyst concludes, what the analyst advises: by sign, word and line, never by colour. */
export function FactSign(props: { readonly kind: string; readonly word?: boolean }): ReactElement {
  const t = useMessages();
  const kind = kindOf(props.kind);
  const Glyph = SIGNS[kind];
  const word = t(`evidence:kind.${kind}`);
  return (
    <span className={`fact-sign ${kind}`} title={word}>
      <Glyph size={14} stroke={1.75} aria-hidden />
      {props.word === true ? <span>{word}</span> : <span className="for-readers">{word}</span>}
    </span>
  );
}
