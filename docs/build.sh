#!/usr/bin/env bash
# Builds the documentation as a website into artifacts/site. A link that leads nowhere is an error.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rm -rf artifacts/site
dotnet tool restore
dotnet docfx build docfx.json --warningsAsErrors
echo '<meta http-equiv="refresh" content="0; url=docs/README.html">' > artifacts/site/index.html
