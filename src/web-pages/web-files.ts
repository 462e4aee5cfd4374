import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { languageSchema } from '@app/contracts/http/vocabulary.js';
import { AppConfig } from '../platform/config/app-config.js';

const demonstrationMark = '<meta name="zb-demonstration" content="true">';

/** A page with words and looks in it. */
interface MadePage {
  readonly html: string;
  /** How a content security policy names the style that stands in the page, and no other. */
  readonly styleSource: string;
}

type MadePages = ReadonlyMap<string, MadePage>;

function inLanguage(pages: MadePages, language = 'nl'): MadePage | undefined {
  return pages.get(language) ?? pages.get('nl');
}

/** The page every screen of the app starts from. */
@Injectable()
export class WebFiles implements OnModuleInit {
  private page: string | undefined;
  private firstPages: MadePages = new Map();
  private notFoundPages: MadePages = new Map();
  private icon: Buffer | undefined;
  private worker: Buffer | undefined;
  private webManifest: Buffer | undefined;

  constructor(@Inject(AppConfig) private readonly config: AppConfig) {}

  async onModuleInit(): Promise<void> {
    try {
      const html = await readFile(join(this.config.webRoot, 'index.html'), 'utf8');
      this.icon = await readFile(join(this.config.webRoot, 'favicon.svg'));
      this.webManifest = await readFile(join(this.config.webRoot, 'manifest.webmanifest'));
      this.worker = await readFile(join(this.config.webRoot, 'service-worker.js'));
      this.firstPages = await this.madePages('start');
      this.notFoundPages = await this.madePages('not-found');
      this.page = this.marked(html);
    } catch (error) {
      // A process without role web runs from an image that may not carry the web app.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    }
  }

  /** The icon of the site, or undefined when no web app was built. */
  favicon(): Buffer | undefined {
    return this.icon;
  }

  /** What a telephone needs to know to put the app among its own, or undefined when no web app was built. */
  manifest(): Buffer | undefined {
    return this.webManifest;
  }

  /** What a browser runs without internet and to show pushed messages, or undefined when no web app was built. */
  serviceWorker(): Buffer | undefined {
    return this.worker;
  }

  /** The page that every screen starts from, or undefined when no web app was built. */
  emptyPage(): string | undefined {
    return this.page;
  }

  /** The same page with the words of the first screen in it, in a language; in Dutch when it is none of ours. */
  firstPage(language: string | undefined): MadePage | undefined {
    return inLanguage(this.firstPages, language);
  }

  /** The page of an address that leads nowhere, in the same way. */
  notFoundPage(language: string | undefined): MadePage | undefined {
    return inLanguage(this.notFoundPages, language);
  }

  private async madePages(name: string): Promise<MadePages> {
    const { options } = languageSchema;
    return new Map(
      await Promise.all(options.map(async (language) => [language, await this.made(name, language)] as const)),
    );
  }

  private async made(name: string, language: string): Promise<MadePage> {
    const file = this.config.demonstration ? `${name}-${language}-demonstration.html` : `${name}-${language}.html`;
    const html = this.marked(await readFile(join(this.config.webRoot, file), 'utf8'));
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    return { html, styleSource: `'sha256-${createHash('sha256').update(style).digest('base64')}'` };
  }

  private marked(html: string): string {
    return this.config.demonstration ? html.replace('</head>', `${demonstrationMark}</head>`) : html;
  }
}
