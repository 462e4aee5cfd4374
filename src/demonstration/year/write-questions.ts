import type { DeskTheme } from '@app/contracts/http/desk.js';
import { retention } from '@app/domain/kernel/retention.js';
import { PersonVault, type PersonCipher } from '@app/platform/crypto/person-vault.js';
import type { KeyRing } from '@app/platform/crypto/key-ring.js';
import type { Transaction } from '@app/platform/database/unit-of-work.js';
import { insertRows, type Row } from '../insert-rows.js';
import type { KeptQuestion } from './lived-questions.js';

const dayMs = 24 * 3_600_000;
/** Days in which whoever owns a question answers it. */
const dueDays = 2;

/** What somebody may have asked and been told, in a made-up town. */
const words: Readonly<Record<DeskTheme, { readonly asked: string; readonly answered: string }>> = {
  'finding-the-way': {
    asked: 'Waar kan ik terecht voor dagbesteding voor mijn man?',
    answered: 'Wij zochten het uit. U kunt er dinsdag gaan kijken.',
  },
  'how-it-feels': {
    asked: 'Ik slaap slecht en het wordt mij te veel. Met wie kan ik praten?',
    answered: 'Fijn dat wij elkaar spraken. Ik bel u volgende week weer.',
  },
  neighbours: {
    asked: 'Ik durf mijn buren niet te vragen. Hoe begin ik daarover?',
    answered: 'Wij gaan een keer samen langs de deur.',
  },
  'professional-help': {
    asked: 'Mijn moeder heeft meer zorg nodig dan ik kan geven. Wie helpt?',
    answered: 'Wij hebben samen de wijkverpleging gebeld.',
  },
  technology: {
    asked: 'Hoe werkt de knop waarmee mijn vader alarm slaat?',
    answered: 'Een buurman komt het u laten zien.',
  },
  other: { asked: 'Wie weet een tweedehands rollator?', answered: 'Er staat er een voor u klaar.' },
};

/** Writes questions to the desk as the product would have left them; words only where they had not yet gone. */
export async function writeQuestions(
  tx: Transaction,
  keyRing: KeyRing,
  questions: readonly KeptQuestion[],
): Promise<void> {
  const recent = questions.filter((question) => hasWords(question, tx.now));
  const askers = [...new Set(recent.map(({ askerId }) => askerId))];
  const ciphers = await new PersonVault(keyRing).ciphersOf(tx, askers);
  const rows = questions.map((question) =>
    rowOf(question, tx, hasWords(question, tx.now) ? ciphers.get(question.askerId) : undefined),
  );
  await insertRows(tx, 'desk_question', rows);
}

function hasWords({ answeredAt }: KeptQuestion, now: number): boolean {
  return answeredAt === null || answeredAt > now - retention.wordsDays * dayMs;
}

function rowOf(question: KeptQuestion, { tenancy }: Transaction, cipher: PersonCipher | undefined): Row {
  const { id, askerId, associationId, hasOrganisation, askedAt, movedAt, answeredAt, theme, keepInTouch } = question;
  const sealed = (column: 'text_enc' | 'answer_enc', text: string): Buffer | null =>
    cipher?.seal(text, { table: 'desk_question', column, rowId: id }) ?? null;
  return {
    municipality_id: tenancy.municipalityId,
    id,
    asker_id: askerId,
    status: answeredAt === null ? 'open' : 'answered',
    text_enc: sealed('text_enc', words[theme].asked),
    answer_enc: answeredAt === null ? null : sealed('answer_enc', words[theme].answered),
    owner_kind: ownerKind(hasOrganisation, movedAt),
    owner_id: movedAt === null ? associationId : null,
    theme: answeredAt === null ? null : theme,
    asked_at: new Date(askedAt),
    due_at: new Date((movedAt ?? askedAt) + dueDays * dayMs),
    answered_at: answeredAt === null ? null : new Date(answeredAt),
    went_on: false,
    keep_in_touch: keepInTouch,
    version: 1 + Number(movedAt !== null) + Number(answeredAt !== null),
  };
}

function ownerKind(hasOrganisation: boolean, movedAt: number | null): string {
  if (movedAt !== null) return 'welfare';
  return hasOrganisation ? 'association' : 'desk';
}
