/** Stops with a readable sentence on a Node that lacks what the packages need, before anything else fails oddly. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`Node 20.19 or newer is needed, Node 24 LTS is advised; this is ${process.version}.\n`);
  process.exit(1);
}
