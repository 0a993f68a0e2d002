import type { Input, MethodName, Output } from '../../src/contract/index.ts';
import { FILE_TERMS } from './analysis-file.ts';
import { testEngine } from './engine.ts';

export const FIELDS: Input<'source.create'>['fields'] = {
  title: 'Statement of a driver',
  originator: 'UA',
  agency: 'Border Guard Service',
  received: Date.UTC(2026, 2, 4),
  informationDate: '2026-02',
  grade: { scheme: 'uk-3x5x2', source: '1', information: 'B' },
  marking: { level: 'restricted', handling: ['H1', 'H3'] },
  handlingText: 'no third countries',
  tlp: null,
  recipients: ['RO', 'MD'],
  usage: 'evidence',
};

export const CUSTODY: Input<'custody.add'>['entry'] = {
  action: 'collected',
  at: '2026-03-04 10:15',
  exhibitNumber: 'E-1',
  sealNumber: '',
  fromHolder: '',
  toHolder: 'Lab',
  place: '',
  purpose: '',
  condition: '',
  tool: '',
  note: '',
};

/** A whole engine with a vault and one analysis file; every call goes through the contract both ways. */
export async function evidenceFile() {
  const engine = testEngine();
  await engine.create();
  const ask = async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = await engine.handle(method, input);
    if (!reply.ok) throw new Error(`${method}: ${reply.error.code} ${reply.error.message}`);
    return reply.value;
  };
  const refusal = async <M extends MethodName>(method: M, input: Input<M>): Promise<string> => {
    const reply = await engine.handle(method, input);
    return reply.ok ? 'accepted' : reply.error.code;
  };
  const file = await ask('analysisFile.create', {
    reference: 'CAF-2026-077',
    title: 'Paper Lantern',
    purpose: 'vehicle thefts',
    ...FILE_TERMS,
    legalBasis: 'test',
    marking: { level: 'official_use', handling: ['H0'] },
  });
  const person = async (label: string): Promise<string> =>
    (await ask('entity.create', { fileId: file.id, type: 'person', label })).entity.id;
  const actions = async (): Promise<string[]> => {
    const { rows } = await ask('audit.list', { offset: 0, limit: 1000 });
    return rows.map((row) => row.action);
  };
  return {
    engine,
    ask,
    refusal,
    fileId: file.id,
    person,
    actions,
    database: () => engine.context.database(),
  };
}
export type EvidenceFile = Awaited<ReturnType<typeof evidenceFile>>;
