# syntax=docker/dockerfile:1

# Builds from the sources; nothing of this stage but what the last lines copy is in the image.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# No script of a dependency runs: the runtimes are in their packages.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
RUN npm run build \
  && npm prune --omit=dev --ignore-scripts --no-audit --no-fund
# What the packages carry for other machines and for browsers: three quarters of them all.
WORKDIR /app/node_modules
RUN find onnxruntime-node/bin -type f ! -path "*/linux/$(node -p process.arch)/*" -delete \
  && find onnxruntime-web/dist -type f ! -name ort.wasm.bundle.min.mjs ! -name ort-wasm-simd-threaded.mjs ! -name ort-wasm-simd-threaded.wasm -delete \
  && rm -rf @libsql/*-musl

FROM node:20-bookworm-slim
ENV NODE_ENV=production \
    XDG_DATA_HOME=/data \
    XDG_CACHE_HOME=/tmp
WORKDIR /app
# All of it belongs to root, and the desk runs as another: what it runs, it cannot change.
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY src/desk/web/style ./src/desk/web/style
COPY src/desk/web/script ./src/desk/web/script
COPY models ./models
COPY lexicons ./lexicons
COPY schema ./schema
COPY examples ./examples
COPY LICENSE README.md CHANGELOG.md ./
RUN install -d -o 1000 -g 1000 /data \
  && ln -s /app/dist/desk/cli/main.js /usr/local/bin/hearsay \
  && chmod 0755 /app/dist/desk/cli/main.js
USER 1000:1000
VOLUME /data
EXPOSE 4729
# That it answers at all: without a user every page is 401.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4729/').then(({ status }) => process.exit(status < 500 ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["hearsay"]
CMD ["serve", "--host", "0.0.0.0", "--users"]
