import Link from "next/link";
import "./site.css";
import { address, SECTIONS } from "./stories.js";

export const metadata = { title: { default: "The Benchmark", template: "%s" }, description: "Made of numbers" };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>
        <header>
          <Link href="/">The Benchmark</Link>
          <nav>
            {SECTIONS.map((name) => (
              <Link key={name} href={`/sections/${address(name)}`}>
                {name}
              </Link>
            ))}
          </nav>
        </header>
        <main>{children}</main>
        <footer>The Benchmark</footer>
      </body>
    </html>
  );
}
