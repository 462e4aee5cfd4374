import { button, link, list, person, text, type Block, type LetterDraft } from './letter-block.js';
import { someLines } from './plain-text.js';
import { nameOr } from './request-words.js';
import type { InvitationData } from './data/to-members.js';
import { timeTextIn } from './time-text.js';
import { wordsIn } from './words/letter-words.js';

/** A coordinator writes to somebody willing, by name. Nothing presses: no deadline, no count, no blame. */
export function invitation(data: InvitationData): LetterDraft {
  const words = wordsIn(data.language);
  const say = words.invitation;
  const sender = nameOr(data.coordinatorGivenName, data.sender.organisation);
  const { subject, opening } = say.segments[data.segment];
  const said: Block[] =
    data.words === '' ? [] : [{ kind: 'quote', by: words.writes(sender), text: someLines(data.words) }];
  return {
    subject: subject(sender),
    preview: say.preview(sender, data.sender.organisation),
    title: subject(sender),
    blocks: [
      ...opening.map((line) => text(line)),
      ...said,
      ...smallTasks(data),
      button(say.look, data.boardUrl),
      text(say.nothing),
      person(say.talk(data.sender.givenName), data.sender),
      link(say.stop, data.stopUrl),
    ],
    because: words.because.willing,
    smsUrl: data.boardUrl,
    stopUrl: data.stopUrl,
    call: data.sender,
  };
}

function smallTasks({ smallTasks: tasks, language }: InvitationData): Block[] {
  if (tasks.length === 0) return [];
  const { invitation: say, categories } = wordsIn(language);
  const { durationText } = timeTextIn(language);
  return [
    text(say.small),
    list(tasks.map(({ category, minutes }) => say.task(categories[category].willing, durationText(minutes)))),
  ];
}
