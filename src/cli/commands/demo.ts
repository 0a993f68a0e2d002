import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Answer } from '../../contract/questions.ts';
import { entityId } from '../candidates.ts';
import { CommandFailed } from '../failure.ts';
import { say } from '../messages.ts';
import type { CommandResult } from '../output.ts';
import { type GlobalOptions, type Session, startSession } from '../session.ts';
import { filled } from '../values.ts';
import { answerResult } from './answers.ts';
import { action } from './command.ts';
import { sealPackage } from './package.ts';
import { renderViews, VIEWS } from './render.ts';

export function demoCommand(program: Command): void {
  const command = program
    .command('demo')
    .description(say('cli:help.demo'))
    .requiredOption('--out <folder>', say('cli:help.outFolder'), filled);
  action<{ out: string }>(command, demo);
}

type Report = (line: string) => void;

/** The main job from end to end, without a display: nothing of it touches the person's own vaults or settings. */
async function demo(options: GlobalOptions & { out: string }): Promise<CommandResult> {
  const out = resolve(options.out);
  const scratch = mkdtempSync(join(tmpdir(), 'iforce-demo-'));
  const session = await startSession(options, scratch);
  const report: Report = (line) => process[options.json === true ? 'stderr' : 'stdout'].write(`${line}\n`);
  try {
    mkdirSync(out, { recursive: true });
    return await steps(session, out, report);
  } finally {
    session.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function steps(session: Session, out: string, report: Report): Promise<CommandResult> {
  const began = Date.now();
  const vault = join(out, 'AMBER BRIDGE.vault');
  rmSync(vault, { recursive: true, force: true });
  const passphrase = randomBytes(24).toString('base64');
  await session.call('vault.create', { path: vault, passphrase, slotName: 'demo' });
  const { state } = await session.call('vault.status', {});
  if (state !== 'unlocked') await session.call('vault.unlock', { path: vault, passphrase });
  const secret = join(out, 'demo-passphrase.txt');
  writeFileSync(secret, `${passphrase}\n`, { mode: 0o600 });
  report(say('cli:demo.vault', { path: vault, secret }));
  const fileId = await openTraining(session, report);
  const answers = await askThree(session, fileId, report);
  const pictures = VIEWS.map((view) => ({ view, path: join(out, `${view}.png`) }));
  await renderViews(session, fileId, answers.shown, pictures, { width: 1600, height: 1000, theme: 'light' });
  for (const { view, path } of pictures)
    report(say('cli:demo.picture', { view, path, bytes: statSync(path).size }));
  const sealed = await sealAndVerify(session, join(out, 'AMBER-BRIDGE.caf.age'), report);
  const seconds = Math.round((Date.now() - began) / 100) / 10;
  return {
    json: { vault, fileId, answers: answers.sentences, pictures, package: sealed, seconds },
    text: [say('cli:demo.done', { out, seconds })],
  };
}

async function openTraining(session: Session, report: Report): Promise<string> {
  const { jobId } = await session.call('training.open', { language: session.options.language });
  const { fileId } = (await session.job(jobId)) as { fileId: string };
  const { batches } = await session.call('import.batches', { fileId });
  for (const batch of batches)
    report(
      say('cli:demo.imported', {
        file: batch.fileName,
        rows: batch.rows,
        imported: batch.imported,
        rejected: batch.rejected,
      }),
    );
  return fileId;
}

/** Which number replaced which, which cars drive together, and how the driver is tied to the one at the top. */
async function askThree(session: Session, fileId: string, report: Report) {
  const sims = await session.call('ask.newIdentities', {
    fileId,
    entityType: 'phone',
    minimumShared: 5,
    limit: 5,
  });
  const cars = await session.call('ask.together', {
    fileId,
    minutes: 15,
    kilometres: 1,
    minimumTimes: 3,
    entityTypes: ['vehicle'],
    limit: 5,
  });
  const ends = {
    from: await entityId(session, fileId, 'Dumitru Cazacliu'),
    to: await entityId(session, fileId, 'Nicolae Brânduș'),
  };
  const path = await session.call('ask.path', { fileId, ...ends, maximumSteps: 6 });
  const sentences: string[] = [];
  for (const answer of [sims, cars, path]) {
    if (answer.rows.length === 0) throw new CommandFailed('cli.demo-answer', say('cli:error.demo-answer'));
    const { text } = await answerResult(session, fileId, answer);
    sentences.push(text[0] ?? '');
    report(say('cli:demo.answer', { answer: text[0] ?? '' }));
  }
  return { sentences, shown: shownEntities([sims, cars, path]) };
}

function shownEntities(answers: readonly Answer[]): string[] {
  return [...new Set(answers.flatMap((answer) => answer.highlight.entityIds))].slice(0, 40);
}

async function sealAndVerify(
  session: Session,
  path: string,
  report: Report,
): Promise<Record<string, unknown>> {
  const { recipient } = await session.call('exchange.keys', {});
  rmSync(path, { force: true });
  const sealed = await sealPackage(session, {
    to: [recipient],
    recipient: ['MD', 'UA', 'RO'],
    out: path,
    overwrite: true,
  });
  for (const line of sealed.text) report(line);
  const verification = await session.call('package.verify', { path, opener: { kind: 'own' } });
  if (!verification.ok) throw new CommandFailed('cli.demo-package', say('cli:error.demo-package'));
  report(say('cli:package.good', { files: verification.filesChecked, signer: verification.signer }));
  const folder = join(dirname(path), 'opened');
  rmSync(folder, { recursive: true, force: true });
  const { index } = await session.call('package.open', { path, opener: { kind: 'own' }, folder });
  report(say('cli:package.opened', { index }));
  return { ...sealed.json, index };
}
