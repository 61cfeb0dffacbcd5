/** What every feature's controller stands on: rendering, the page around a page, problems as pages, and the guards of every request. */
package be.zelfscan.web;
