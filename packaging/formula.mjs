// The Homebrew formula: `brew install blueprint-lens/tap/blueprint-lens`.

const BASE = "https://github.com/blueprint-lens/blueprint-lens/releases/download";
const TARGETS = {
  macos: { arm: "aarch64-apple-darwin", intel: "x86_64-apple-darwin" },
  linux: { arm: "aarch64-unknown-linux-musl", intel: "x86_64-unknown-linux-musl" },
};

/** The formula of a version; an archive that was not made on this machine is left out. */
export function formula(version, sums) {
  const one = (machine, target) => {
    const file = `blueprint-lens-${version}-${target}.tar.gz`;
    if (!sums.has(file)) return "";
    return `    on_${machine} do
      url "${BASE}/v${version}/${file}"
      sha256 "${sums.get(file)}"
    end
`;
  };
  const system = ([name, machines]) => {
    const all = Object.entries(machines).map(([machine, target]) => one(machine, target)).join("");
    return all === "" ? "" : `  on_${name} do\n${all}  end\n\n`;
  };
  return `# Written by packaging/formula.mjs.
class BlueprintLens < Formula
  desc "Checks and draws the private network that a Render Blueprint describes"
  homepage "https://github.com/blueprint-lens/blueprint-lens"
  version "${version}"
  license any_of: ["MIT", "Apache-2.0"]

${Object.entries(TARGETS).map(system).join("")}  def install
    bin.install "blueprint-lens"
    bash_completion.install "completions/blueprint-lens.bash" => "blueprint-lens"
    fish_completion.install "completions/blueprint-lens.fish"
    zsh_completion.install "completions/_blueprint-lens"
    man1.install Dir["man/*.1"]
  end

  test do
    (testpath/"render.yaml").write "services: []\\n"
    system bin/"blueprint-lens", "check"
  end
end
`;
}
