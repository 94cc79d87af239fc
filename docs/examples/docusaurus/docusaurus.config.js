// A site of documentation alone, with the script that draws the elements on its pages.

module.exports = {
  title: "A shop on Render",
  url: "https://docs.example",
  baseUrl: "/",
  // The address where you serve `blueprint-lens.js`.
  scripts: [{ src: "https://lens.example/blueprint-lens.js", type: "module" }],
  plugins: [["@docusaurus/plugin-content-docs", { routeBasePath: "/" }]],
  themes: ["@docusaurus/theme-classic"],
};
