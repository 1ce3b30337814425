export default { site: "https://bench.example" };
