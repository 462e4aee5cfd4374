import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MailReplyScene, type Told } from './mail-reply-scene.js';

let at: MailReplyScene;
beforeAll(async () => {
  at = await MailReplyScene.open();
});
afterAll(() => at.scene.close());

const returned = 'Uw antwoord per mail is niet aangekomen';

describe('an answer to the mail that somebody wrote', () => {
  it('comes in the conversation without what it quotes, as a message of whoever was told, not as read', async () => {
    const agreement = await at.at.agreed(0);
    const { id, asker, helper } = agreement;
    const address = await at.told(agreement, 'Geheimwoord: wanneer komt u?');
    expect(address).toMatch(/^antwoord\+[0-9a-f]{32}@leusden\.example$/);
    const mail = at.mailTo(helper.email, 'U heeft een nieuw bericht');
    expect(mail.text).toContain(`Uw antwoord komt dan bij ${asker.givenName}.`);
    for (const { helper: person } of [agreement])
      expect(JSON.stringify(mail.headers)).not.toMatch(new RegExp(`${id}|${person.personId}|${person.familyName}`));
    expect(await at.send({ from: helper.email, to: address, words: 'Om drie uur.\r\n\r\nGroet,\r\nJan' })).toBe(250);
    const seen = (await at.at.look(id, asker)).result();
    expect(seen.messages.at(-1)).toMatchObject({ mine: false, byMail: true, text: 'Om drie uur.\n\nGroet,\nJan' });
    expect(seen).toMatchObject({ unread: 1, readByOther: 0 });
    // Who answers by mail has not read what stands in the app.
    expect((await at.at.look(id, helper)).result()).toMatchObject({
      unread: 1,
      messages: [{ byMail: false }, { mine: true }],
    });
    expect(await at.outcomes(id)).toStrictEqual(['passed']);
  });

  it('is told of the next message at once, and each time with the same address', async () => {
    const agreement = await at.at.agreed(1);
    const first = await at.told(agreement);
    await at.send({ from: agreement.helper.email, to: first, words: 'Straks.' });
    expect(await at.told(agreement, 'En de riem?')).toBe(first);
    expect(at.mailsTo(agreement.helper.email, 'U heeft een nieuw bericht')).toHaveLength(2);
    // Without an answer the next telling waits, as ever.
    await at.told(agreement, 'Hallo?');
    expect(at.mailsTo(agreement.helper.email, 'U heeft een nieuw bericht')).toHaveLength(2);
  });

  it('leaves nothing of the mail behind, in no table and no line of the log', async () => {
    const stored = await at.scene.rows<{ text: string }>(
      `SELECT row_to_json(r)::text AS text FROM reply_mail r UNION ALL SELECT row_to_json(o)::text FROM outbox o
       UNION ALL SELECT row_to_json(t)::text FROM action_token t`,
    );
    const hex = Buffer.from('Om drie uur').toString('hex');
    for (const { text } of stored) expect(text).not.toMatch(new RegExp(`Om drie uur|${hex}|antwoord\\+`));
    expect(await at.scene.count('SELECT 1 FROM reply_mail WHERE raw_enc IS NOT NULL OR words_enc IS NOT NULL')).toBe(0);
    expect(at.scene.logLines.filter((line) => /Om drie uur|antwoord\+/.test(line))).toStrictEqual([]);
  });

  it('of the same Message-ID comes once, also when the worker died between storing and working', async () => {
    const agreement = await at.at.agreed(2);
    const { id, asker, helper } = agreement;
    const mail = { from: helper.email, to: await at.told(agreement), words: 'Eenmaal.', messageId: randomUUID() };
    expect(await at.deliver(mail)).toBe(250);
    // What was planned is lost with the worker and the queue: only what PostgreSQL holds is left.
    await at.scene.rows('UPDATE outbox SET published_at = app_now() WHERE published_at IS NULL');
    expect(await at.words(id, asker)).toStrictEqual(['Wanneer komt u?']);
    await at.scene.wait('11 seconds');
    expect(await at.sweep()).toBe(1);
    expect(await at.send(mail)).toBe(250);
    await at.scene.wait('11 seconds');
    expect(await at.sweep()).toBe(0);
    expect(await at.words(id, asker)).toStrictEqual(['Wanneer komt u?', 'Eenmaal.']);
    const [row] = await at.scene.rows<{ id: string }>('SELECT id FROM reply_mail WHERE conversation_id = $1', [id]);
    const data = { municipalityId: at.scene.town.municipalityId, replyId: row!.id };
    await Promise.all([1, 2].map(() => at.scene.handle({ name: 'conversations.take-reply', data, id: randomUUID() })));
    expect(await at.words(id, asker)).toHaveLength(2);
  });

  it('in HTML alone gives its text, and files stay behind with a word about it', async () => {
    const agreement = await at.at.agreed(3);
    const { id, asker, helper } = agreement;
    const to = await at.told(agreement);
    const body = [
      'Content-Type: multipart/mixed; boundary=grens\r\n',
      '--grens',
      'Content-Type: text/html; charset=utf-8\r\n',
      '<div>Ja, ik <b>kom</b>.</div><div class="gmail_quote"><blockquote>U heeft een bericht</blockquote></div>',
      '--grens',
      'Content-Type: image/png\r\nContent-Disposition: attachment; filename=hond.png\r\nContent-Transfer-Encoding: base64\r\n',
      'iVBORw0KGgo=',
      '--grens--\r\n',
    ].join('\r\n');
    await at.send({ from: helper.email, to, words: '', body });
    expect((await at.words(id, asker)).at(-1)).toBe('Ja, ik kom.');
    expect(await at.outcomes(id)).toStrictEqual(['files-left']);
    const letter = at.mailTo(helper.email, 'Uw antwoord is aangekomen zonder bijlage');
    expect(letter.text).toContain('bestanden sturen kan hier niet');
    expect(letter.headers).not.toHaveProperty('reply-to');
    expect(letter.headers['auto-submitted']).toBe('auto-generated');
  });
});

describe('an answer that is not passed on', () => {
  let away: Told | undefined;

  it('from another address than the one we know goes back to that one, never to whoever sent it', async () => {
    const agreement = await at.at.agreed(4);
    const { id, asker, helper } = agreement;
    const to = await at.told(agreement);
    const stranger = 'vreemd@elders.example';
    expect(await at.send({ from: stranger, to, words: 'Ik ben Jan, geef mij uw sleutel.' })).toBe(250);
    expect(await at.send({ from: asker.email, to, words: 'De andere kant.' })).toBe(250);
    expect(await at.words(id, asker)).toStrictEqual(['Wanneer komt u?']);
    expect(await at.outcomes(id)).toStrictEqual(['other-sender', 'other-sender']);
    expect(at.mailTo(helper.email, returned).text).toContain('> Ik ben Jan, geef mij uw sleutel.');
    expect(at.scene.sink.list({ to: stranger })).toStrictEqual([]);
    expect(at.mailsTo(asker.email, returned)).toStrictEqual([]);
    // The same mailbox, as its owner writes it.
    await at.send({ from: helper.email.toUpperCase().replace('@', '+Werk@'), to, words: 'Ik zelf.' });
    expect((await at.words(id, asker)).at(-1)).toBe('Ik zelf.');
  });

  it('is told at most once an hour, then all together, with every word', async () => {
    const agreement = await at.at.agreed(5);
    const { id, helper } = agreement;
    const to = await at.told(agreement);
    const long = `${'lang '.repeat(250)}einde`;
    await at.send({ from: helper.email, to, words: '' });
    await at.send({ from: helper.email, to, words: long });
    await at.send({ from: helper.email, to, words: `${long}!` });
    expect(await at.outcomes(id)).toStrictEqual(['empty', 'too-long', 'too-long']);
    expect(at.mailsTo(helper.email, returned)).toHaveLength(1);
    expect(at.mailTo(helper.email, returned).text).toContain('In uw mail stond geen bericht.');
    expect(await at.sweep()).toBe(0);
    await at.scene.wait('61 minutes');
    await at.sweep();
    const letters = at.mailsTo(helper.email, returned);
    expect(letters).toHaveLength(2);
    expect(letters[0]?.text.match(/Uw antwoord is te lang/g)).toHaveLength(2);
    for (const words of [long, `${long}!`]) expect(letters[0]?.text.replace(/\s+/g, ' ')).toContain(words);
    await at.scene.wait('73 hours');
    await at.sweep();
    expect(await at.scene.count('SELECT 1 FROM reply_mail WHERE words_enc IS NOT NULL')).toBe(0);
    await at.scene.wait('30 days');
    await at.sweep();
    expect(await at.scene.count('SELECT 1 FROM reply_mail')).toBe(0);
    await at.scene.wait('-33 days -2 hours -1 minutes');
  });

  it.each([
    ['after a block, without a word about it', 6, 'block'],
    ['a day after the help', 7, 'end'],
    ['after the neighbour withdrew', 8, 'withdraw'],
    ['when the address had its time', 9, 'expire'],
    ['of somebody who may not sign in any more', 10, 'shut-out'],
  ] as const)('%s says how it stands, in the language of the reader, with the words', async (_when, index, what) => {
    const agreement = await at.at.agreed(index);
    const { id, requestId, asker, helper } = agreement;
    const to = await at.told(agreement);
    const { municipalityId } = at.scene.town;
    await at.scene.rows(`UPDATE person SET language = 'en' WHERE id = $1`, [helper.personId]);
    if (what === 'block')
      await at.scene.rows(
        `INSERT INTO person_block (municipality_id, blocker_id, blocked_id, id, created_at) VALUES ($1, $2, $3, $4, app_now())`,
        [municipalityId, asker.personId, helper.personId, randomUUID()],
      );
    if (what === 'end') {
      await at.scene.client.call('recordOutcome', { id: requestId, cookie: asker.cookie, body: { helped: true } });
      await at.scene.wait('25 hours');
    }
    if (what === 'withdraw') await at.scene.client.call('withdrawAcceptance', { id: requestId, cookie: helper.cookie });
    if (what === 'expire')
      await at.scene.rows(`UPDATE action_token SET expires_at = app_now() WHERE kind = 'reply-by-mail'`);
    if (what === 'shut-out')
      await at.scene.rows(`UPDATE person SET status = 'blocked' WHERE id = $1`, [helper.personId]);
    expect(await at.send({ from: helper.email, to, words: 'Te laat geschreven.' })).toBe(250);
    expect(await at.outcomes(id)).toStrictEqual(['over']);
    expect(await at.scene.count('SELECT 1 FROM message WHERE conversation_id = $1', [id])).toBe(1);
    const letter = at.mailTo(helper.email, 'Your reply by email did not arrive');
    expect(letter.text).toContain('You cannot write in this conversation any more.');
    expect(letter.text).toContain('> Te laat geschreven.');
    expect(letter.text).toContain(`/afspraken/${requestId}#berichten`);
    if (what === 'end') await at.scene.wait('-25 hours');
  });

  it.each([
    ['an absence message', ['Auto-Submitted: auto-replied'], undefined],
    ['a mailing list', ['List-Id: <lijst.example>', 'Precedence: list'], undefined],
    ['a bounce', [], ''],
  ])('by a program is dropped without a word: %s', async (_what, headers, envelopeFrom) => {
    const { to, helper, id, asker } = (away ??= await at.agreedAndTold(11));
    const before = at.scene.sink.received;
    const mail = { from: helper.email, to, words: 'Ik ben er niet.', headers };
    expect(await at.send({ ...mail, ...(envelopeFrom === undefined ? {} : { envelopeFrom }) })).toBe(250);
    expect(await at.words(id, asker)).toStrictEqual(['Wanneer komt u?']);
    expect(at.scene.sink.received).toBe(before);
  });
});
