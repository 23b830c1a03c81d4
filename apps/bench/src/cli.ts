#!/usr/bin/env node
console.log("bench: no benchmark yet");
