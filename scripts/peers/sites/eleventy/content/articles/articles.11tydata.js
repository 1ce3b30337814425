export default { layout: "story.njk", tags: ["stories"], permalink: ({ slug }) => `/article/${slug}/` };
