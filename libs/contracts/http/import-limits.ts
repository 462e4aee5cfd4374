/** Bytes of the largest file that can be sent to be taken over. */
export const largestImportBytes = 32 * 1024 * 1024;
/** Bytes of one part: with base64 and JSON around it, it fits in the largest body that is taken. */
export const importPartBytes = 128 * 1024;
