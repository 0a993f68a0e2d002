import type { MethodName } from '../../contract/index.ts';
import type { Handlers } from '../engine/handlers.ts';
import { fileSeq } from '../store/analysis-files.ts';
import { audit } from '../store/command.ts';
import { membersOf } from '../store/members.ts';
import { forgetSearch, noteSearch, pastSearches, remember } from './history.ts';
import { keepModes, modesOf } from './modes.ts';
import { presented } from './present.ts';
import { openedBy } from './protection.ts';
import { lookFor, runSearch } from './run.ts';
import { checkStanding, dropStanding, keepStanding, markSeen, standingQueries } from './standing.ts';

type Method = Extract<MethodName, `search.${string}`>;

export const searchHandlers: Pick<Handlers, Method> = {
  'search.query'(context, { fileId, text, limit, modes }) {
    const database = context.database();
    const actor = context.actor();
    const look = lookFor(context, {
      fileSeq: fileSeq(database, fileId),
      text,
      limit,
      modes: modes ?? modesOf(database, actor),
      opened: openedBy(database, actor, membersOf(database)),
    });
    const answer = presented(context, look, runSearch(look, text));
    audit(context, 'search', `file:${fileId}`, '', { text });
    return answer;
  },
  'search.modes': (context) => ({ modes: modesOf(context.database(), context.actor()) }),
  'search.setModes'(context, { modes }) {
    keepModes(context.database(), context.actor(), modes);
    return {};
  },
  'search.remember'(context, input) {
    const database = context.database();
    const by = { actor: context.actor(), at: context.now() };
    return { id: remember(database, fileSeq(database, input.fileId), input, by) };
  },
  'search.history'(context, { fileId }) {
    const database = context.database();
    return { searches: pastSearches(database, fileSeq(database, fileId)) };
  },
  'search.note'(context, { id, note }) {
    noteSearch(context.database(), id, note);
    return {};
  },
  'search.forget'(context, { id }) {
    forgetSearch(context.database(), id);
    audit(context, 'delete', `search:${id}`);
    return {};
  },
  'search.standing'(context, { fileId }) {
    const file = fileSeq(context.database(), fileId);
    checkStanding(context, file);
    return { queries: standingQueries(context, file) };
  },
  'search.keepStanding'(context, input) {
    const id = keepStanding(context, fileSeq(context.database(), input.fileId), input);
    audit(context, 'create', `search:${id}`, '', { name: input.name, text: input.text });
    return { id };
  },
  'search.dropStanding'(context, { id }) {
    dropStanding(context, id);
    audit(context, 'delete', `search:${id}`);
    return {};
  },
  'search.seen': (context, { id }) => markSeen(context, id),
};
