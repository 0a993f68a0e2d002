import { describe, expect, it } from 'vitest';
import { storeHandlers } from '../../../../src/main/store/handlers.ts';
import { type SearchCase, searchCase } from './case.ts';

function withVictim(): SearchCase {
  const one = searchCase();
  one.thing('victim', 'person', 'Ileana Marmalade', {
    status: 'victim',
    numbers: { 'personal-number': '2004001000013' },
    properties: { birthDate: '2001-02-03', alias: 'Kestrel', address: 'Gyrfalcon street' },
  });
  one.thing('minor', 'person', 'Микола Гнатюк', { minor: true });
  one.thing('open', 'person', 'Ileana Popa', { properties: { birthDate: '2001-05-06' } });
  return one;
}

const ABOUT = [
  'Marmalade',
  'Ileana Marmalade',
  '"Ileana Marmalade"',
  'Marmelade',
  'Марманаде Ileana',
  'Marm?lade',
  'Kestrel',
  'Gyrfalcon',
  '2004001000013',
  '0010000',
  'personal-number:2004001000013',
  'personal-number:2004*13',
  'address:Gyrfalcon',
  'born:2001-02-03',
  'Гнатюк',
  'Hnatiuk',
  'type:person -Popa',
  'status:victim Marmalade',
  'status:victim born:2001',
  'status:victim -born:1999',
];

describe('protected people', () => {
  it.each(ABOUT)('%s answers nothing of them: a shutter that comes would confirm it', async (text) => {
    const answer = await withVictim().find(text);
    expect(answer.hits.filter(({ entity }) => entity.protected)).toEqual([]);
    expect(JSON.stringify({ ...answer, problems: [] })).not.toMatch(
      /Marmalade|Гнатюк|2004001000013|Kestrel|Gyrfalcon/,
    );
  });

  it('are shown shut where nothing of them is asked', async () => {
    const { hits } = await withVictim().find('type:person status:victim');
    expect(hits).toMatchObject([
      { entity: { protected: true }, matched: '', field: null, birthDate: null, identifiers: [] },
    ]);
  });

  it('are found by whoever opened the shutter, until the vault is locked, and by nobody else', async () => {
    const one = withVictim();
    await storeHandlers['entity.get'](one.context, { entityId: one.id('victim'), reason: 'Interview' });
    const { hits } = await one.find('Marmalade');
    expect(hits).toMatchObject([{ entity: { id: one.id('victim'), protected: true }, matched: '' }]);
    const other = { ...one.context, actor: () => 'Analyst B' };
    const asked = { fileId: one.fileId, text: 'Marmalade', limit: 10 };
    expect((await storeHandlers['search.query'](other, asked)).hits).toEqual([]);
    one.database.run(
      "INSERT INTO audit (at, actor, action, object, reason, details, previous_hash, hash) VALUES (0, 'Analyst A', 'unlock', '', '', '{}', '', '')",
    );
    expect((await one.find('Marmalade')).hits).toEqual([]);
  });

  it('are not found by the name of a member of their merged record either', async () => {
    const one = withVictim();
    one.thing('spelt', 'person', 'Ilianna Marmeladova');
    await storeHandlers['entity.merge'](one.context, {
      leadId: one.id('spelt'),
      memberIds: [one.id('victim')],
      reason: 'same',
    });
    expect(await one.labels('Marmeladova')).toEqual([]);
  });

  it('do not answer through the text of a message', async () => {
    const one = withVictim();
    one.batch([{ type: 'message', from: 'open', at: 0 }]);
    one.database.run(`UPDATE event SET properties = '{"text":"Marmalade is at the station"}'`);
    expect((await one.find('Marmalade')).events).toEqual([]);
    const [event] = (await one.find('station')).events;
    expect(event?.snippet).toBe('█████ is at the station');
  });

  it('do not come into a standing query by name', async () => {
    const one = withVictim();
    await storeHandlers['entity.get'](one.context, { entityId: one.id('victim'), reason: 'Interview' });
    const { modes } = await storeHandlers['search.modes'](one.context, {});
    const kept = { fileId: one.fileId, name: 'watch', text: 'Marmalade', modes };
    await storeHandlers['search.keepStanding'](one.context, kept);
    const { queries } = await storeHandlers['search.standing'](one.context, { fileId: one.fileId });
    expect(queries).toMatchObject([{ found: 0, fresh: 0 }]);
  });
});
