import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asSystem } from '@app/platform/database/tenancy.js';
import { UnitOfWork } from '@app/platform/database/unit-of-work.js';
import { ReplyAddresses } from '../../src/features/notifications/index.js';
import { MailReplyScene, replyAddress } from './mail-reply-scene.js';

let at: MailReplyScene;
beforeAll(async () => {
  at = await MailReplyScene.open();
});
afterAll(() => at.scene.close());

describe('the door', () => {
  it('takes mail for nobody else', async () => {
    const from = at.scene.asker(0).email;
    const wrong = '0123456789abcdef0123456789abcdef';
    for (const to of [
      replyAddress,
      `antwoord+${wrong}@leusden.example`,
      'iemand@elders.example',
      at.scene.neighbour(0).email,
    ])
      expect(await at.deliver({ from, to, words: 'Hallo' })).toBe(550);
  });

  it('keeps the conversations and the people of one address apart from those of another', async () => {
    const [mine, other] = [await at.agreedAndTold(0), await at.agreedAndTold(1)];
    const { to } = mine;
    const { to: toOther } = other;
    expect(to).not.toBe(toOther);
    // The address of one agreement, by the person of another: neither conversation gets it.
    await at.send({ from: mine.helper.email, to: toOther, words: 'Verdwaald.' });
    expect(await at.words(mine.id, mine.asker)).toHaveLength(1);
    expect(await at.words(other.id, other.asker)).toHaveLength(1);
    expect(await at.outcomes(other.id)).toStrictEqual(['other-sender']);
  });

  it('does not know the address of a person in another municipality', async () => {
    const [row] = await at.scene.rows<{ id: string }>(
      `INSERT INTO municipality (id, code, name) VALUES ($1, 'GM9', 'Elders') RETURNING id`,
      [randomUUID()],
    );
    const [token] = await at.scene.rows<{ subject: string; person: string }>(
      `SELECT subject_id AS subject, person_id AS person FROM action_token WHERE kind = 'reply-by-mail' LIMIT 1`,
    );
    const [addresses, unitOfWork] = [at.scene.app.get(ReplyAddresses), at.scene.app.get(UnitOfWork)];
    const address = await unitOfWork.run(asSystem(at.scene.town.municipalityId), (tx) =>
      Promise.resolve(addresses.of(tx, token!.subject, token!.person, tx.now + 1000)),
    );
    const found = (id: string) => unitOfWork.run(asSystem(id), (tx) => addresses.find(tx, address!));
    expect(await found(at.scene.town.municipalityId)).toMatchObject({ personId: token!.person });
    expect(await found(row!.id)).toBeUndefined();
    await at.scene.rows('DELETE FROM municipality WHERE id = $1', [row!.id]);
  });

  it('refuses what is too large, and a flood for now', async () => {
    const { to, helper, id } = await at.agreedAndTold(2);
    expect(await at.deliver({ from: helper.email, to, words: 'x'.repeat(1_100_000) })).toBe(552);
    const codes: number[] = [];
    for (let mail = 0; mail < 31; mail += 1)
      codes.push(
        await at.deliver({ from: helper.email, to, words: `${mail}`, headers: ['Auto-Submitted: auto-replied'] }),
      );
    expect(codes.at(-1)).toBe(451);
    expect(await at.scene.count('SELECT 1 FROM reply_mail WHERE conversation_id = $1', [id])).toBe(30);
  });

  it('answers a store that fails as a fault that passes, and does not say it took the mail', async () => {
    const { to, helper, id, asker } = await at.agreedAndTold(3);
    const mail = { from: helper.email, to, words: 'Later', messageId: randomUUID() };
    await at.scene.rows('ALTER TABLE reply_mail RENAME TO reply_mail_away');
    try {
      expect(await at.deliver(mail)).toBe(451);
    } finally {
      await at.scene.rows('ALTER TABLE reply_mail_away RENAME TO reply_mail');
    }
    // The other side keeps it and comes again.
    expect(await at.send(mail)).toBe(250);
    expect((await at.words(id, asker)).at(-1)).toBe('Later');
  });

  it('lets go of its port when it closes', async () => {
    const { port = 0 } = at.door;
    await at.door.close();
    const connecting = once(createConnection(port, '127.0.0.1'), 'connect');
    await expect(connecting).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await at.door.open();
  });
});
