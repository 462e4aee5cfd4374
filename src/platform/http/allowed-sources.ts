import type { AppConfig } from '../config/app-config.js';

/**
 * From where a browser may load what our pages name: from us alone. Pictures of streets are the one exception, from the one
 * site that the deployment names.
 */
export function allowedSources({ publicUrl, mapTiles }: Pick<AppConfig, 'publicUrl' | 'mapTiles'>) {
  const isSecure = publicUrl.startsWith('https:');
  return {
    defaultSrc: ["'self'"],
    connectSrc: ["'self'", isSecure ? 'wss:' : 'ws:'],
    imgSrc: ["'self'", 'data:', ...(mapTiles === undefined ? [] : [new URL(mapTiles.url).origin])],
    fontSrc: ["'self'"],
    styleSrc: ["'self'"],
    scriptSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  };
}
