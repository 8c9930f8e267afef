package io.breakwater.oci.layers;

import java.util.List;

/**
 * Directories that only the build needs: caches of package managers and temporary files.
 *
 * @param path relative to the root
 * @param remedy what keeps them out of the layer
 */
record Leftovers(String path, String remedy) {
  static final List<Leftovers> ALL =
      List.of(
          new Leftovers("var/lib/apt/lists", "rm -rf /var/lib/apt/lists/*"),
          new Leftovers("var/cache/apt", "apt-get clean"),
          new Leftovers("var/cache/apk", "apk add --no-cache"),
          new Leftovers("var/cache/dnf", "dnf clean all"),
          new Leftovers("var/cache/libdnf5", "dnf clean all"),
          new Leftovers("var/cache/yum", "yum clean all"),
          new Leftovers("var/cache/zypp", "zypper clean --all"),
          new Leftovers("var/cache/pacman/pkg", "pacman -Scc --noconfirm"),
          new Leftovers("var/cache/tdnf", "tdnf clean all"),
          new Leftovers("root/.cache/pip", "pip install --no-cache-dir"),
          new Leftovers("root/.cache/uv", "uv pip install --no-cache"),
          new Leftovers("root/.cache/pypoetry", "poetry cache clear --all ."),
          new Leftovers("root/.cache/go-build", "RUN --mount=type=cache,target=/root/.cache"),
          new Leftovers("root/.cache/yarn", "yarn cache clean"),
          new Leftovers("usr/local/share/.cache/yarn", "yarn cache clean"),
          new Leftovers("root/.npm", "npm cache clean --force"),
          new Leftovers("root/.local/share/pnpm/store", "pnpm store prune"),
          new Leftovers("root/.m2/repository", "RUN --mount=type=cache,target=/root/.m2"),
          new Leftovers("root/.gradle/caches", "RUN --mount=type=cache,target=/root/.gradle"),
          new Leftovers("root/.cargo/registry", "RUN --mount=type=cache,target=/root/.cargo"),
          new Leftovers("usr/local/cargo/registry", "rm -rf /usr/local/cargo/registry"),
          new Leftovers("go/pkg/mod", "RUN --mount=type=cache,target=/go/pkg/mod"),
          new Leftovers("root/go/pkg/mod", "RUN --mount=type=cache,target=/root/go/pkg/mod"),
          new Leftovers("root/.composer/cache", "composer install --no-cache"),
          new Leftovers("root/.nuget/packages", "RUN --mount=type=cache,target=/root/.nuget"),
          new Leftovers("opt/conda/pkgs", "conda clean --all --yes"),
          new Leftovers("tmp", "rm -rf /tmp/*"),
          new Leftovers("var/tmp", "rm -rf /var/tmp/*"));
}
