/** More than anybody writes by hand; what comes after it is not looked at. */
const mostRead = 50_000;

/** `-----Original Message-----`, `---------- Forwarded message ---------`, or the line that Outlook draws. */
const separator = /^\s*(?:[-_]{3,}\s*\p{L}[\p{L} ’']{3,40}\s*[-_]{3,}|_{10,})\s*$/u;
/** Who a mail was from, as Outlook begins what it quotes, in the languages of the app and its neighbours. */
const headerLine =
  /^\s*\**(?:van|verzonden|aan|onderwerp|datum|from|sent|to|subject|date|von|gesendet|an|betreff|de|envoyé|objet|від|від кого|надіслано|кому|тема|дата|от|отправлено|kimden|gönderen|gönderildi|gönderme tarihi|kime|konu|tarih)\s?:\**\s*\S/iu;
/** The verb of "On Tuesday Anja wrote". Turkish and Ukrainian end or begin with it; a date or an address stands beside it. */
const wrote =
  /(?:^|[\s>,])(?:schreef|heeft .{1,120} geschreven|wrote|schrieb|écrit|пише|пишет|написав|написала|написав\(-ла\)|написал|написала|yazdı|şunu yazdı)(?=[\s:,<]|$)/iu;
const beside = /\d|@/;
const quoted = /^\s*>/;
const signatureLine = /^--\s?$/;
/** What telephones and mail programs put below by themselves. */
const sentFrom =
  /^\s*(?:(?:verzonden|verstuurd) (?:vanaf|met|via|vanuit) |outlook voor |sent from |get outlook |надіслано з |відправлено з |отправлено с |.{1,40}(?:’dan|'dan|’den|'den|’tan|'tan|umdan|ımdan|imden|ndan|nden) gönderildi|gönderildi:|\S.{0,40} için outlook)/iu;
const mostJoined = 3;

/** How many lines from here on tell who wrote what is quoted below; 0: none. Mail programs wrap them. */
function attribution(lines: readonly string[], at: number): number {
  let joined = '';
  for (let count = 1; count <= mostJoined; count += 1) {
    const line = lines[at + count - 1]?.trim() ?? '';
    if (line === '' || quoted.test(line)) return 0;
    joined = `${joined} ${line}`.slice(0, 400);
    if (line.endsWith(':')) return wrote.test(joined) && beside.test(joined) ? count : 0;
  }
  return 0;
}

/** Whether everything from here on is of an earlier mail: its headers stand here, or a line that says so. */
function earlierMail(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (separator.test(line)) return true;
  return headerLine.test(line) && [1, 2].every((next) => headerLine.test(lines[at + next] ?? ''));
}

/** Whether what follows is marked as quoted, so that words between it are the writer's own. */
function marksQuotes(lines: readonly string[], from: number): boolean {
  return quoted.test(lines.slice(from).find((line) => line.trim() !== '') ?? '');
}

/**
 * What somebody wrote in an answer by mail: without the mail that is answered, and without a signature. Whatever is not
 * surely one of these stays: a line too many can be read over, a line too few is lost.
 */
export function ownWords(text: string): string {
  const lines = text
    .slice(0, mostRead)
    .replace(/\r\n?/g, '\n')
    .replace(/\u00a0/g, ' ')
    .split('\n');
  const own: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (signatureLine.test(line) || earlierMail(lines, at)) break;
    const attributed = attribution(lines, at);
    if (attributed > 0) {
      if (!marksQuotes(lines, at + attributed)) break;
      at += attributed - 1;
    } else if (!quoted.test(line)) {
      own.push(line.trimEnd());
    }
  }
  while (own.length > 0 && (own.at(-1) === '' || sentFrom.test(own.at(-1) ?? ''))) own.pop();
  return own
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
