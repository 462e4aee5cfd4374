import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { languageSchema } from '@app/contracts/http/vocabulary.js';
import { AppConfig } from '../platform/config/app-config.js';

const demonstrationMark = '<meta name="zb-demonstration" content="true">';

/** The first page with words and looks in it. */
interface FirstPage {
  readonly html: string;
  /** How a content security policy names the style that stands in the page, and no other. */
  readonly styleSource: string;
}

/** The page every screen of the app starts from. */
@Injectable()
export class WebFiles implements OnModuleInit {
  private page: string | undefined;
  private firstPages: ReadonlyMap<string, FirstPage> = new Map();
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
      this.firstPages = new Map(
        await Promise.all(
          languageSchema.options.map(async (language) => [language, await this.firstPageIn(language)] as const),
        ),
      );
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
  firstPage(language: string | undefined): FirstPage | undefined {
    return this.firstPages.get(language ?? 'nl') ?? this.firstPages.get('nl');
  }

  private async firstPageIn(language: string): Promise<FirstPage> {
    const name = this.config.demonstration ? `start-${language}-demonstration.html` : `start-${language}.html`;
    const html = this.marked(await readFile(join(this.config.webRoot, name), 'utf8'));
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    return { html, styleSource: `'sha256-${createHash('sha256').update(style).digest('base64')}'` };
  }

  private marked(html: string): string {
    return this.config.demonstration ? html.replace('</head>', `${demonstrationMark}</head>`) : html;
  }
}
