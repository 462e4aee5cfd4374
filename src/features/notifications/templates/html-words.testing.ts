/** What an HTML letter says, without its marks, its style sheet and what only shows in a list of mails. */
export function wordsOfHtml(html: string): string {
  return html
    .replace(/<(title|style)>[\s\S]*?<\/\1>/g, ' ')
    .replace(/<div style="display:none[\s\S]*?<\/div>/, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
}
