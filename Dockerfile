# syntax=docker/dockerfile:1
# One image for every role; PROCESS_ROLES says which one a container plays.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Not `npm ci`: that refuses wherever a registry lacks an optional binary for another machine.
RUN npm install --no-save --no-audit --no-fund
COPY tsconfig.json nest-cli.json .swcrc ./
COPY libs libs
COPY src src
COPY web web
RUN npm run build && npm run build:web
# The optional packages are the embedded database and faster serialisers: a container has a database of its own.
RUN npm prune --no-save --no-audit --no-fund --omit=dev --omit=optional

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
# Owned by root and run as `node`: the program cannot change itself.
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Node itself is the first process, so that it receives the stop signal and ends its work in hand.
CMD ["node", "--enable-source-maps", "dist/src/main.js"]
