import { type ReactElement, useState } from 'react';
import type { Answer } from '../../contract/questions.ts';
import { Button, Empty } from '../ui/index.ts';
import { highlight, useAttempt, useDesk, useMessages, useSelection } from '../workspace/index.ts';
import { AnswerView } from './AnswerView.tsx';
import { QuestionBlanks } from './QuestionBlanks.tsx';
import { ask, BLANKS, type Blanks, QUESTIONS, type QuestionName } from './question-list.ts';

/** Questions as sentences with blanks; answers as a sentence, a table, a highlight and what is missing. */
export function QuestionPanel(): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const period = useDesk((desk) => desk.filter.period);
  const chosen = useSelection((selection) => selection.entityIds);
  const [name, setName] = useState<QuestionName>('mostConnected');
  const [blanks, setBlanks] = useState<Blanks>(BLANKS);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { busy, error, run } = useAttempt();
  if (fileId === null) return <Empty title={t('questionpanel:empty')} />;

  async function put(file: string): Promise<void> {
    const problem = await run(async () => {
      const found = await ask(name, { fileId: file, blanks, period, chosen });
      setAnswer(found);
      highlight(found.highlight);
    });
    if (problem !== null) setAnswer(null);
  }

  const needsTwo = name === 'path' && chosen.length !== 2;
  return (
    <div className="panel questions">
      <div className="toolbar wrap" role="tablist">
        {QUESTIONS.map((one) => (
          <Button key={one} role="tab" aria-selected={one === name} onClick={() => setName(one)}>
            {t(`questionpanel:name.${one}`)}
          </Button>
        ))}
      </div>
      <form
        className="question-form"
        onSubmit={(event) => {
          event.preventDefault();
          void put(fileId);
        }}
      >
        <p>{t(`questionpanel:sentence.${name}`)}</p>
        <QuestionBlanks name={name} blanks={blanks} onChange={setBlanks} />
        {needsTwo ? <p className="muted">{t('questionpanel:chooseTwo')}</p> : null}
        <Button primary type="submit" disabled={busy || needsTwo}>
          {t(busy ? 'questionpanel:asking' : 'questionpanel:ask')}
        </Button>
      </form>
      {error === null ? null : <p role="alert">{error}</p>}
      {answer === null ? null : <AnswerView answer={answer} />}
    </div>
  );
}
