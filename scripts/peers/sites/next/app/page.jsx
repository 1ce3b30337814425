import { List } from "./List.jsx";
import { SIZE, stories } from "./stories.js";

export default function Front() {
  return <List title="Latest" listed={stories().slice(0, SIZE)} />;
}
