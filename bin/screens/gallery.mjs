import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const head = `# Pictures of every screen

Made by \`npm run screens\`: the browser tests that walk past every screen take them, so each picture is of a screen that
works and in which the accessibility check found nothing. Names, requests and numbers in them are made up.

In widths of 390 and 1280 pixels; many of the narrow ones in the dark as well, and where
figures are drawn also in greyscale (\`grey\`) and on A4 (\`paper\`). \`pagina-*\` are the pages that the server makes itself
and that need no JavaScript, \`postvak*\` is the mailbox of the demonstration. Behind each name stand the address, the heading
and the state that had to be on the screen before the picture was taken.

`;

/** The list of pictures as a page, from what the tests wrote beside them. */
export function galleryOf(folder) {
  const files = readdirSync(folder);
  const lines = files
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => {
      const { name, path, heading, state } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const links = files
        .filter((picture) => new RegExp(`^${name}-\\d+-(light|dark|grey|paper)\\.png$`).test(picture))
        .map((picture) => `[${picture.slice(name.length + 1, -'.png'.length).replace('-light', '')}](${picture})`);
      const shown = state === undefined || state === heading ? '' : `: ${state}`;
      return `- **${name}** \`${path}\` ${heading.trim()}${shown} ${links.join(' ')}`;
    });
  return `${head}${lines.join('\n')}\n`;
}
